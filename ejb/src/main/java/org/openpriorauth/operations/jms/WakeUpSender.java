package org.openpriorauth.operations.jms;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.openpriorauth.operations.model.WorkItem;

/**
 * Sends wake-ups: clinic and work id, never patient data. Outside any transaction, because WildFly
 * refuses a send from an after-commit observer, and through the JMS 1.1 API, because the resource
 * adapter on Payara Micro knows no other (ADR 3). A lost wake-up costs seconds: the sweeper sends
 * it again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WakeUpSender {
  private static final Logger LOG = System.getLogger(WakeUpSender.class.getName());

  @SuppressWarnings("BanJNDI") // the names are ours
  public void send(List<WorkItem.Ref> refs) {
    try {
      ConnectionFactory factory = InitialContext.doLookup(Queues.CONNECTION_FACTORY);
      try (Connection connection = factory.createConnection();
          Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
        for (WorkItem.Ref ref : refs) {
          Queue queue = InitialContext.doLookup(Queues.of(ref.kind()));
          session
              .createProducer(queue)
              .send(session.createTextMessage(ref.clinic() + "/" + ref.id() + "/" + ref.kind()));
        }
      }
    } catch (JMSException | NamingException e) {
      LOG.log(Level.WARNING, "wake-ups not sent, the sweeper will: count=" + refs.size(), e);
    }
  }
}
