package org.provdl.interchange;

/**
 * A document is not of its syntax, or goes beyond what is read; its message says where and what is
 * wrong.
 */
public final class InvalidDocumentException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final long line;
  private final long column;

  /**
   * What is wrong, and where.
   *
   * @param message what is wrong, for a person
   * @param line from 1; 0 where it is not known
   * @param column from 1; 0 where it is not known
   */
  public InvalidDocumentException(String message, long line, long column) {
    super(line > 0 ? "line " + line + ", column " + column + ": " + message : message);
    this.line = line;
    this.column = column;
  }

  /** {@return the line, from 1; 0 where it is not known} */
  public long line() {
    return line;
  }

  /** {@return the column, from 1; 0 where it is not known} */
  public long column() {
    return column;
  }
}
