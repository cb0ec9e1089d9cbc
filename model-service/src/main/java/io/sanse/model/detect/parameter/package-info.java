/** Thresholds with unit, default and source, and the types of values that conditions name. Pure. */
package io.sanse.model.detect.parameter;
