/** What model-service finds, as it travels on the topic {@code detections} to alert-service. */
package io.sanse.contract.detection;
