/**
 * alert-service: turns detections into alerts and drives them through their life. Fed by the topics {@code detections} and {@code registry} and by commands over the event
 * bus; feeds the topic {@code alert-events}. {@link io.sanse.alert.AlertMain} tells how it is put together; the decisions are in {@code domain}.
 */
package io.sanse.alert;
