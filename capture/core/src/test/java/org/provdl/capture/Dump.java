package org.provdl.capture;

final class Dump {
  public static void main(String[] a) throws Exception {
    org.apache.jena.sparql.core.DatasetGraph d =
        org.apache.jena.sparql.core.DatasetGraphFactory.createTxnMem();
    try (Capture c = Runs.capture(QuadSink.memory(d)).open();
        TrainingRun r = Runs.start(c)) {
      Runs.tellAll(r);
    }
    Prefixes.ALL.forEach((p, u) -> d.prefixes().add(p, u));
    org.apache.jena.riot.RDFDataMgr.write(
        new java.io.FileOutputStream("target/dump.trig"), d, org.apache.jena.riot.Lang.TRIG);
  }
}
