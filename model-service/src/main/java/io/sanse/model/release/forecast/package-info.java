/**
 * What a version that judges may raise: the counts of its last hours against those of the same hours of the day in its gate's backtest. Pure; fed by the watch of versions.
 */
package io.sanse.model.release.forecast;
