package org.openpriorauth.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Tells the database for which clinic the running transaction works; row-level security hides every
 * other clinic's rows. The setting ends with the transaction, so a pooled connection never carries
 * it over.
 */
@ApplicationScoped
public class ClinicScope {
  private static final String KEY = ClinicScope.class.getName();

  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /** Does nothing outside a transaction: without one there is no query to protect. */
  public void enter(ClinicId clinic) {
    TransactionSynchronizationRegistry transaction = registry();
    if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
      return;
    }
    Object entered = transaction.getResource(KEY);
    if (entered == null) {
      em.createNativeQuery("select set_config('app.clinic', :clinic, true)")
          .setParameter("clinic", clinic.toString())
          .getSingleResult();
      transaction.putResource(KEY, clinic);
    } else if (!entered.equals(clinic)) {
      throw new IllegalStateException("One transaction was asked to work for two clinics.");
    }
  }

  /** For the part of the audit trail that belongs to no clinic; opens no clinic's rows. */
  public void enterInstallation() {
    em.createNativeQuery("select set_config('app.installation', 'yes', true)").getSingleResult();
  }

  @SuppressWarnings("BanJNDI") // the names are ours
  private static TransactionSynchronizationRegistry registry() {
    try {
      return InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
    } catch (NamingException e) {
      throw new IllegalStateException("Not running inside an application server.", e);
    }
  }
}
