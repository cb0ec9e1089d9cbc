/** Reads the YAML files that people write (models, calendars, tables of cases) and names file, line and column of everything that is wrong in them. Fed by {@code library} and {@code cases}. */
package io.sanse.model.file;
