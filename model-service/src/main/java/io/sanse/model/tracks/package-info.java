/**
 * Keeps every observation under each of its subjects and shows it again: as observations by event time, and as a vehicle's track. Fed by the topic
 * {@code observations}; read by {@code ModelService}.
 */
package io.sanse.model.tracks;
