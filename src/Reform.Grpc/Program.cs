using Reform.Grpc.CommandLine;

return ReformCommands.Run(args);
