/** What devices, feeds and departments report, as it travels on the topic {@code observations}: made by ingest-service, read by model-service. */
package io.sanse.contract.observation;
