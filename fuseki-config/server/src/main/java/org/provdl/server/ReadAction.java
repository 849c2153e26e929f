package org.provdl.server;

import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;

/**
 * One of Fuseki's own operations, carried out on a thread of the store.
 *
 * <p>Jetty interrupts its threads when it stops; an interrupt in TDB2 closes the files of the
 * store.
 */
final class ReadAction extends ActionService {

  private final StoreDataset dataset;
  private final ActionService stock;

  ReadAction(StoreDataset dataset, ActionService stock) {
    this.dataset = dataset;
    this.stock = stock;
  }

  @Override
  public void process(HttpAction action) {
    if (!ReadFilter.looksAfter(action.getRequest())) {
      ServletOps.errorNotFound("Not found"); // by an address that is written in another way
    }
    dataset.read(() -> stock.process(action));
  }

  @Override
  public void validate(HttpAction action) {
    stock.validate(action);
  }

  @Override
  public void execute(HttpAction action) {
    stock.execute(action);
  }
}
