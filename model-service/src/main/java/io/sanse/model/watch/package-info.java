/**
 * What is watched of detection while it runs. The engine counts how late observations come, and measures now and then how much it holds of subjects; every node adds
 * its counts to those of all and keeps the sizes of its own partitions, and tells of all of them.
 */
package io.sanse.model.watch;
