/** Recordings written as items of uploads, made into what the platform would have published of them: checked, named and under the same ids, without a platform. Fed by the command line. */
package io.sanse.ingest.offline;
