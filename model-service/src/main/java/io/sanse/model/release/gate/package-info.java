/** The gate of a version: its backtest is ordered, and held against the limits of a blast radius. */
package io.sanse.model.release.gate;
