package org.openpriorauth.checks.jms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.openpriorauth.checks.Check;
import org.openpriorauth.checks.Finding;
import org.openpriorauth.checks.Topic;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.operations.jms.Queues;

/** Looks into every queue without taking anything out. */
@ApplicationScoped
public class BrokerCheck implements Check {
  private static final Logger LOG = System.getLogger(BrokerCheck.class.getName());
  private static final List<String> QUEUES =
      List.of(
          Queues.EXTRACTION,
          Queues.NOTIFICATION,
          Queues.PACKET,
          Queues.SUBMISSION,
          Queues.INQUIRY,
          Queues.ANSWER,
          Queues.MAIL,
          Queues.PASSAGES);

  @Override
  public Topic topic() {
    return Topic.BROKER;
  }

  @Override
  @SuppressWarnings("BanJNDI") // the names are ours
  public Finding look(Caller caller) {
    try {
      ConnectionFactory factory = InitialContext.doLookup(Queues.CONNECTION_FACTORY);
      try (Connection connection = factory.createConnection();
          Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
        for (String name : QUEUES) {
          Queue queue = InitialContext.doLookup(name);
          try (QueueBrowser browser = session.createBrowser(queue)) {
            browser.getEnumeration().hasMoreElements();
          }
        }
      }
      return Finding.pass("The broker answers, and all " + QUEUES.size() + " queues are there.");
    } catch (NamingException e) {
      LOG.log(Level.WARNING, "broker check: a name is missing", e);
      return Finding.fail(
          "A queue or the connection factory is missing on this server.",
          "Run the site's script of server-config again; it adds what is missing.");
    } catch (JMSException e) {
      LOG.log(Level.WARNING, "broker check: no answer", e);
      return Finding.fail(
          "The broker does not answer. Work waits, and goes on when it is back.",
          "See to the server's broker; its log says why it rests.");
    }
  }
}
