package org.provdl.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static final String HOSTILE = "</text><script>alert('&quot;\u0001')</script> ]]> & 日本語 é";

  @Test
  void aPngHasTheSizeThatWasAskedFor() throws IOException {
    Picture picture = scatter("run");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png(picture, 321, 222)));
    assertThat(image.getWidth()).isEqualTo(321);
    assertThat(image.getHeight()).isEqualTo(222);
    assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
  }

  @Test
  void anSvgHasTheSizeThatWasAskedForAndItsTextIsText() {
    DrawnSvg svg = DrawnSvg.of(scatter("run"), new PictureSize(400, 300));
    assertThat(svg.document().getDocumentElement().getAttribute("viewBox"))
        .isEqualTo("0 0 400 300");
    assertThat(svg.document().getDocumentElement().getAttribute("width")).isEqualTo("400");
    assertThat(svg.names().get(0)).isEqualTo("accuracy by updater");
    assertThat(svg.texts()).contains("accuracy by updater", "accuracy", "updater", "Adam", "Sgd");
    assertThat(svg.text()).doesNotContain("<!DOCTYPE").contains("'Liberation Sans', Arial");
  }

  @Test
  void hostileNamesStayText() {
    Picture picture =
        new ScatterChart("x", "y", List.of(new Point(HOSTILE, new Value(HOSTILE, Double.NaN), 1)))
            .picture(new Chart(HOSTILE, List.of(HOSTILE)));
    DrawnSvg svg = DrawnSvg.of(picture);
    assertThat(svg.elements("script")).isEmpty();
    assertThat(svg.names()).contains(HOSTILE.replace('\u0001', ' '));
    assertThat(svg.texts()).anyMatch(text -> text.contains("</text><script>"));
  }

  @Test
  void theSameDataGivesTheSameBytesInAnyLanguage() throws IOException {
    String before = DrawnSvg.of(scatter("run")).text();
    byte[] png = png(scatter("run"), 400, 300);
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(DrawnSvg.of(scatter("run")).text()).isEqualTo(before);
      assertThat(png(scatter("run"), 400, 300)).isEqualTo(png);
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void theFormatIsTheEndingOfTheFile() {
    assertThat(ImageFormat.of(Path.of("a.SVG"))).contains(ImageFormat.SVG);
    assertThat(ImageFormat.of(Path.of("x/b.png"))).contains(ImageFormat.PNG);
    assertThat(ImageFormat.of(Path.of("svg"))).isEmpty();
    assertThat(ImageFormat.of(Path.of("c.jpg"))).isEmpty();
  }

  @Test
  void sizesAreLimited() {
    assertThatThrownBy(() -> new PictureSize(199, 300)).hasMessageContaining("200 to 5000");
    assertThatThrownBy(() -> new PictureSize(300, 5001)).hasMessageContaining("not 5001");
  }

  @Test
  void evenTheSmallestSizeIsDrawn() throws IOException {
    assertThat(png(scatter("run"), 200, 200)).isNotEmpty();
  }

  private static Picture scatter(String name) {
    return new ScatterChart(
            "updater",
            "accuracy",
            List.of(
                new Point(name, new Value("Adam", Double.NaN), 0.5),
                new Point(name, new Value("Sgd", Double.NaN), 1234.5)))
        .picture(new Chart("accuracy by updater", List.of()));
  }

  private static byte[] png(Picture picture, int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    picture.write(ImageFormat.PNG, new PictureSize(width, height), out);
    return out.toByteArray();
  }
}
