package fr.bastide.gateway;

import fr.bastide.gateway.internal.Closing;
import fr.bastide.gateway.internal.access.SignIn;
import fr.bastide.gateway.internal.files.LowHousekeeping;
import fr.bastide.gateway.internal.page.HighPages;
import fr.bastide.gateway.internal.page.LowPages;
import fr.bastide.gateway.internal.sftp.HighSftp;
import fr.bastide.gateway.internal.sftp.LowSftp;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/// Opens the doors a plan names.
final class Doors {

  private Doors() {}

  static void low(
      Closing closing,
      DoorPlan plan,
      LowHousekeeping.Rooms rooms,
      Consumer<Text> report,
      Clock clock)
      throws IOException {
    SignIn signIn = new SignIn(rooms.flows(), clock);
    if (plan.sftp().isPresent()) {
      closing.add(
          LowSftp.open(
              plan.sftp().get(),
              rooms.state(),
              rooms.flows(),
              rooms.carried(),
              signIn,
              rooms.intake()));
    }
    if (plan.page().isPresent()) {
      closing.add(LowPages.open(plan.page().get(), plan.tls(), rooms, signIn, report, clock));
    }
  }

  static void high(
      Closing closing,
      DoorPlan plan,
      HighPages.Rooms rooms,
      Path state,
      Consumer<Text> report,
      Clock clock)
      throws IOException {
    SignIn signIn = new SignIn(rooms.flows(), clock);
    if (plan.sftp().isPresent()) {
      closing.add(
          HighSftp.open(
              plan.sftp().get(),
              state,
              rooms.flows(),
              rooms.carried(),
              rooms.ledger(),
              signIn,
              rooms.shelf()));
    }
    if (plan.page().isPresent()) {
      closing.add(HighPages.open(plan.page().get(), plan.tls(), rooms, signIn, report, clock));
    }
  }
}
