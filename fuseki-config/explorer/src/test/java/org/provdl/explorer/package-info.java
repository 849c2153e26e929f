@NullMarked
package org.provdl.explorer;

import org.jspecify.annotations.NullMarked;
