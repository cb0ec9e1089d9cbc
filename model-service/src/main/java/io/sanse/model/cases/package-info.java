/**
 * Tables of cases: what arrives, and what a model is to say about it. Plays them through the same detection as the service, without Kafka and with a clock that
 * moves when told, and tells what differs and why. Fed by the tables beside the models, for {@code cli} and the tests.
 */
package io.sanse.model.cases;
