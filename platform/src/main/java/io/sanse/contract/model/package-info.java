/**
 * Which versions of the detection models judge, as all nodes are told on the topic {@code models}: written by the life of versions in model-service, read by its engine. And which have to be certified
 * again, as notify-service is told on {@code model-notices}.
 */
package io.sanse.contract.model;
