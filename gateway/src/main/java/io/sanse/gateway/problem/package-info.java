/**
 * Says no: every error of the public API as an RFC 9457 problem document, with a stable type for programs, one sentence for people and a number that finds
 * it in the log; never a stack trace, a statement or a class name. Fed by everything in the gateway that fails.
 */
package io.sanse.gateway.problem;
