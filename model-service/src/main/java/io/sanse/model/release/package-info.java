/**
 * The life of models' versions: written down, tested, held against limits, on probation, canary, live, retired. What judges goes to the topic {@code models}, which the
 * engine follows; what fires comes back by the topics of detections and is held against the forecast.
 */
package io.sanse.model.release;
