using System.Runtime.InteropServices;
using DocScript.Cli;
using DocScript.Cli.Hosting;

// The first Ctrl-C lets the command end cleanly, a second one ends the process at once.
using var cancel = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
return CommandLine.RunAsync(args, ProcessHost.Create(), cancel.Token).GetAwaiter().GetResult();

void Cancel(PosixSignalContext signal)
{
    signal.Cancel = !cancel.IsCancellationRequested;
    cancel.Cancel();
}
