package org.provdl.examples;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.datavec.api.io.labels.PathLabelGenerator;
import org.datavec.api.split.CollectionInputSplit;
import org.datavec.api.writable.Text;
import org.datavec.api.writable.Writable;
import org.datavec.image.recordreader.ImageRecordReader;
import org.datavec.image.transform.FlipImageTransform;
import org.datavec.image.transform.ImageTransform;
import org.datavec.image.transform.PipelineImageTransform;
import org.deeplearning4j.datasets.datavec.RecordReaderDataSetIterator;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.dataset.api.preprocessor.ImagePreProcessingScaler;
import org.provdl.capture.Preparation;
import org.provdl.capture.Split;

/** The images of a folder as batches: scaled to one size and to values from 0 to 1. */
final class ImageData {

  static final int CHANNELS = 3;

  private static final double FLIPPED = 0.5;

  private final ImageFolder folder;
  private final int size;
  private final int batch;
  private final long seed;

  ImageData(ImageFolder folder, int size, int batch, long seed) {
    this.folder = folder;
    this.size = size;
    this.batch = batch;
    this.seed = seed;
  }

  /** The training data, half of it mirrored, chosen anew in each pass. */
  DataSetIterator training() throws IOException {
    return batches(
        folder.training(seed),
        new PipelineImageTransform.Builder()
            .addImageTransform(new FlipImageTransform(1), FLIPPED)
            .setSeed(seed)
            .build());
  }

  DataSetIterator validation() throws IOException {
    return batches(folder.validation(), null);
  }

  DataSetIterator test() throws IOException {
    return batches(folder.test(), null);
  }

  /** How the images were divided. */
  Preparation split() {
    return Preparation.named("split")
        .with("validation", "a fifth of each class")
        .with("test", "a fifth of each class")
        .with("seed", seed)
        .giving(Split.TRAINING)
        .giving(Split.VALIDATION)
        .giving(Split.TEST);
  }

  /** What was done to the images of the training data alone. */
  static Preparation augmentation(long seed) {
    return Preparation.named("mirror images").with("probability", FLIPPED).with("seed", seed);
  }

  private DataSetIterator batches(List<URI> images, @Nullable ImageTransform transform)
      throws IOException {
    ImageRecordReader reader = new ImageRecordReader(size, size, CHANNELS, new Labels());
    CollectionInputSplit files = new CollectionInputSplit(images);
    if (transform == null) {
      reader.initialize(files);
    } else {
      reader.initialize(files, transform);
    }
    reader.setLabels(folder.labels());
    DataSetIterator batches =
        new RecordReaderDataSetIterator(reader, batch, 1, folder.labels().size());
    batches.setPreProcessor(new ImagePreProcessingScaler(0, 1));
    return batches;
  }

  /** The class of an image, by its path. */
  private static final class Labels implements PathLabelGenerator {
    private static final long serialVersionUID = 1;

    @Override
    public Writable getLabelForPath(String path) {
      return new Text(ImageFolder.label(Path.of(path)));
    }

    @Override
    public Writable getLabelForPath(URI uri) {
      return new Text(ImageFolder.label(Path.of(uri)));
    }

    @Override
    public boolean inferLabelClasses() {
      return true;
    }
  }
}
