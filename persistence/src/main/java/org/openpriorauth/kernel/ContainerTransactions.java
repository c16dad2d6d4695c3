package org.openpriorauth.kernel;

import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.hibernate.engine.transaction.jta.platform.internal.AbstractJtaPlatform;

/**
 * Where Hibernate finds the server's transactions, on WildFly and on Payara alike: named in {@code
 * persistence.xml}, it spares Payara a JVM option that every other application there would feel.
 */
public class ContainerTransactions extends AbstractJtaPlatform {
  private static final long serialVersionUID = 1L;
  private static final String[] MANAGERS = {
    "java:jboss/TransactionManager", "java:appserver/TransactionManager"
  };

  @Override
  @SuppressWarnings("BanJNDI") // the names are ours
  protected TransactionManager locateTransactionManager() {
    NamingException last = null;
    for (String name : MANAGERS) {
      try {
        return InitialContext.doLookup(name);
      } catch (NamingException e) {
        last = e;
      }
    }
    throw new IllegalStateException("This server's transaction manager has another name.", last);
  }

  @Override
  @SuppressWarnings("BanJNDI") // the names are ours
  protected UserTransaction locateUserTransaction() {
    try {
      return InitialContext.doLookup("java:comp/UserTransaction");
    } catch (NamingException e) {
      throw new IllegalStateException("There is no user transaction here.", e);
    }
  }
}
