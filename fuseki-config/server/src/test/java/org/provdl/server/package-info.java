/** Tests of the server, over real HTTP. */
@NullMarked
package org.provdl.server;

import org.jspecify.annotations.NullMarked;
