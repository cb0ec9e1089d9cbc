/** Answers questions for bundles and explanations out of the topics, which hold the history as live operation got it. Asked by the gateway. */
package io.sanse.model.explain.topic;
