/**
 * Evidence bundles and explanations, pure: the history of one subject is played through the same detection as live operation; what decided is written down by content with hashes, so that
 * {@code ./sanse model verify} can execute it again without the platform; and what a model looked at around a moment is told with its conditions. Fed by {@code topic} and the command line.
 */
package io.sanse.model.explain;
