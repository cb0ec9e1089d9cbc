/**
 * The models as data: reads the YAML files under {@code library/} on the class path, checks every field, unit and expression, and names file, line and column of
 * all that is wrong. Read once at start by {@code ModelMain}; {@code cli} reads an author's files through it.
 */
package io.sanse.model.library;
