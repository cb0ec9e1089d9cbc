/** Histories and registries out of files, for backtests without a running platform. Fed by the command line. */
package io.sanse.model.backtest.file;
