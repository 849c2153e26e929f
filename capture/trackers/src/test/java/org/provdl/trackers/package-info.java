@NullMarked
package org.provdl.trackers;

import org.jspecify.annotations.NullMarked;
