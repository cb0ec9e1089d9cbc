/**
 * Detection, pure: from the observations of one partition, in whatever order they come, to what the models say of its subjects. Derivation first ({@code track},
 * {@code fact}), then the models over the facts ({@code operator}, {@code rule}). Fed by {@code engine}, which also keeps the state; the same code runs live, in a
 * backtest and in a proof.
 */
package io.sanse.model.detect;
