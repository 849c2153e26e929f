/** The explorer as people see it: in Chromium, while a training runs. */
@NullMarked
package org.provdl.browser;

import org.jspecify.annotations.NullMarked;
