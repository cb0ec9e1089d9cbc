/**
 * The script of one night in the demo city: what every truck, station and clerk sends and when, the incidents among it, the traps that must raise nothing, and
 * the truth: which alerts must stand at the end. Pure and the same for the same night and seed; played by {@code io.sanse.standalone.play}, judged by
 * {@code io.sanse.standalone.verdict}.
 */
package io.sanse.standalone.night;
