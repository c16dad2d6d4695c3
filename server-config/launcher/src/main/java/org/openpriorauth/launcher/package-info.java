/**
 * The whole system on one machine: PostgreSQL, the migrated schema, the payer simulator, the
 * application server with the EAR. The demo runs it, and so do the stories.
 */
package org.openpriorauth.launcher;
