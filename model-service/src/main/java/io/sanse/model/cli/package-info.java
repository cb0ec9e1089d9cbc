/** The verb {@code model} of the script {@code sanse}: what the author of a model does at a terminal, without a running platform. Called by {@code standalone}. */
package io.sanse.model.cli;
