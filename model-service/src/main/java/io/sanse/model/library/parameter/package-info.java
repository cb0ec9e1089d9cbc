/**
 * The parameters of a model as its YAML gives them: thresholds with unit and source, the values that they have in districts, zones and for subjects, and the sets that come of it. Asked by
 * {@code library}, whose expressions are read with them.
 */
package io.sanse.model.library.parameter;
