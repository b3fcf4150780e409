using Reform.Grpc;
using Reform.Grpc.CommandLine;

// Without a command, or with host options only, the program is the service.
return args is [] or [['-', not 'h' and not '?', ..], ..] && args is not (["--help", ..] or ["--version", ..])
    ? ReformServer.Run(args)
    : ReformCommands.Run(args);
