/** What comes in by Kafka: detections from model-service and the registry from ingest-service, each written in the transaction of its offset. */
package io.sanse.alert.intake;
