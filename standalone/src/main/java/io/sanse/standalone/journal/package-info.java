/** The memory of a simulator: what it has taken survives its process. Fed by the simulators of the SMSC and of the province. */
package io.sanse.standalone.journal;
