/** The data catalogue: which data items the platform takes in, and how many of each have come. Fed by the publisher and the registry with what was accepted. */
package io.sanse.ingest.catalogue;
