/**
 * Trace-back (溯源倒查): which vehicles could have been at a place in a span of time. Asked by the gateway for people, and by model-service itself when a detection of
 * the dumping kind is raised; answered by model-service as a job.
 */
@ModuleGen(name = "sanse-trace", groupPackage = "io.sanse.contract.trace")
package io.sanse.contract.trace;

import io.vertx.codegen.annotations.ModuleGen;
