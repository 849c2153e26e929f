/**
 * Whether a document of PROV is valid: W3C PROV-CONSTRAINTS, Recommendation of 30 April 2013, and
 * the uniqueness of mentions of the note PROV-Links. Dictionaries (PROV-Dictionary) are not looked
 * at.
 *
 * @see <a href="https://www.w3.org/TR/2013/REC-prov-constraints-20130430/">PROV-CONSTRAINTS</a>
 */
@NullMarked
package org.provdl.interchange.constraints;

import org.jspecify.annotations.NullMarked;
