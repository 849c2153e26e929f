/**
 * What is done to a whole store, besides writing and asking: hold it against the shapes, back it up
 * and restore it, remove runs from it, and bring an old one up to date.
 *
 * <p>All of it goes on while the store is written and read, except for restoring, which makes a
 * store. The command line and the server offer it; neither adds to it.
 *
 * @see <a href="https://www.w3.org/TR/shacl/">SHACL</a>
 */
@NullMarked
package org.provdl.operations;

import org.jspecify.annotations.NullMarked;
