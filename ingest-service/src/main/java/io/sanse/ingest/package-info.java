/**
 * ingest-service: takes in what devices and departments report, checks it, names its subjects and publishes it. Fed by sockets ({@code listen}) and uploads
 * ({@code http}); feeds the topics {@code observations}, {@code registry} and {@code dead-letters}.
 */
package io.sanse.ingest;
