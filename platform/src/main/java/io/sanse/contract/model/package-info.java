/** Which versions of the detection models judge, as all nodes are told on the topic {@code models}. Written by the life of versions in model-service, read by its engine. */
package io.sanse.contract.model;
