/** What can be set, as the code declares it; fed by the settings records that each service's Main reaches. */
package io.sanse.standalone.settings;
